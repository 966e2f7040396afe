#!/usr/bin/env bash
# Makes build/asterism-desktop.deb out of the window that `make desktop` built, and lists what is in it.
set -euo pipefail
cd "$(dirname "$0")/.."
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"
install -D -m 755 build/bin/asterism-desktop "$tree/usr/bin/asterism-desktop"
install -D -m 644 desktop/package/linux/asterism.desktop "$tree/usr/share/applications/asterism.desktop"
install -D -m 644 desktop/package/appicon.png "$tree/usr/share/icons/hicolor/512x512/apps/asterism.png"
mkdir "$tree/DEBIAN"
cat >"$tree/DEBIAN/control" <<END
Package: asterism-desktop
Version: ${ASTERISM_RELEASE:-0.1.0}
Architecture: $(dpkg --print-architecture)
Maintainer: Asterism
Section: devel
Depends: libgtk-3-0, libwebkit2gtk-4.1-0
Description: Open test management, from a requirement to its evidence
END
dpkg-deb --root-owner-group --build "$tree" build/asterism-desktop.deb
dpkg -c build/asterism-desktop.deb
