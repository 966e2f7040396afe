// Package desktop shows Asterism in a window of its own. Its words are the window and its routes: pages come from the embedded
// frontend, everything under the API's paths goes to the chosen workspace: one in this process, or a team server.
//
// Its one job is what only a desktop has: the window, its single instance, its place on the screen, its menu and what it asks for files with. It
// answers no query itself; JavaScript sees the few words of Bridge and no token. The window needs the build tags
// desktop,production,webkit2_41; without them the package still compiles and its tests run, with no GTK on the machine.
package desktop
