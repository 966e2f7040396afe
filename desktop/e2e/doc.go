// Package e2e drives the real window through WebKitWebDriver; scripts/window-test.sh builds it and gives it a screen.
package e2e
