import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { forgetFeeds } from "../lib/live/feeds";
import { forgetAnswers } from "../lib/useAnswer";
import { forgetFolds } from "../lib/useFolds";
import { forgetPages } from "../lib/usePages";

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
  forgetPages();
  window.localStorage.clear();
  delete document.documentElement.dataset.theme;
  window.history.replaceState(null, "", "/");
});
