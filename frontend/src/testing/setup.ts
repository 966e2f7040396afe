import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { forgetLevels } from "../lib/levels";
import { forgetFeeds } from "../lib/live/feeds";
import { forgetOffsets } from "../lib/offsets";
import { forgetAnswers } from "../lib/useAnswer";
import { forgetFolds } from "../lib/useFolds";
import { forgetPages } from "../lib/usePages";

// Areas are loaded when they are opened, which takes as long as the machine is busy; who waits is woken as soon as it is there.
configure({ asyncUtilTimeout: 30_000 });

// jsdom draws nothing: it has no scrolling and no modal sheets of its own.
window.scrollTo = vi.fn();
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

afterEach(() => {
  cleanup();
  forgetFeeds();
  forgetAnswers();
  forgetFolds();
  forgetLevels();
  forgetOffsets();
  forgetPages();
  window.localStorage.clear();
  delete document.documentElement.dataset.theme;
  window.history.replaceState(null, "", "/");
});
