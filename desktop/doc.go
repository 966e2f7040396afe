// Package desktop shows Asterism in a window of its own. Its words are the window and its routes: pages come from the embedded
// frontend, everything under the API's paths goes to a backend handler in the same process.
//
// Its one job is what only a desktop has: the window, its single instance, its place on the screen. It answers no query itself and
// binds no Go methods to JavaScript, so the window can do exactly what a browser can. The window needs the build tags
// desktop,production,webkit2_41; without them the package still compiles and its tests run, with no GTK on the machine.
package desktop
