//go:build linux && e2e

package desktop

/*
#cgo pkg-config: gtk+-3.0 webkit2gtk-4.1
#include <webkit2/webkit2.h>

// Wails makes its view by this name and lets nobody drive it. Ours stands before the library's when linking: the same view, which
// a test may drive. Automation must be allowed right here; later the driver waits for ever.
static GtkWidget *driven(WebKitAutomationSession *session, gpointer view) { return GTK_WIDGET(view); }

static void began(WebKitWebContext *context, WebKitAutomationSession *session, gpointer view) {
	g_signal_connect(session, "create-web-view", G_CALLBACK(driven), view);
}

GtkWidget *webkit_web_view_new_with_user_content_manager(WebKitUserContentManager *manager) {
	WebKitWebContext *context = webkit_web_context_get_default();
	webkit_web_context_set_automation_allowed(context, TRUE);
	gpointer view = g_object_new(WEBKIT_TYPE_WEB_VIEW, "is-controlled-by-automation", TRUE,
		"web-context", context, "user-content-manager", manager, NULL);
	g_signal_connect(context, "automation-started", G_CALLBACK(began), view);
	return GTK_WIDGET(view);
}
*/
import "C"
