/** The words of what was done, in English. */
export const done = {
  "done.title": "What was done",
  "done.undo": "Undo",
  "done.close": "Put away",
  "keys.undo": "Undo the latest",
  "page.broken": "This part of the page could not be shown",
  "page.loading": "Loading…",
  "commands.title": "Commands",
} as const;

/** 简体中文。 */
export const doneZh: Record<keyof typeof done, string> = {
  "done.title": "已完成的操作",
  "done.undo": "撤销",
  "done.close": "收起",
  "keys.undo": "撤销最近一次操作",
  "page.broken": "页面的这一部分无法显示",
  "page.loading": "正在加载…",
  "commands.title": "命令",
};
