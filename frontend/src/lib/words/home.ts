/** The words of home in English. */
export const home = {
  "home.mine": "My defects",
  "home.mine.none": "No open defect is assigned to you.",
  "home.mine.of": "Of the {count} newest open defects.",
  "home.since": "Since you were here",
  "home.since.first": "You are here for the first time. These are the newest changes.",
  "home.since.none": "Nothing changed since you were here.",
  "home.since.count": "{count} changes since you were here; the newest stand first.",
  "home.since.all": "Show all changes",
  "home.trend": "Pass rate of the newest builds",
  "home.trend.none": "No build was tested yet.",
  "home.trend.table": "As a table",
  "home.trend.chart": "As a chart",
  "home.trend.build": "Build",
  "home.trend.rate": "Pass rate",
  "home.trend.bar": "{build}: {rate} % passed of {count} executions, {failed} failed",
  "home.trend.note": "Executions that passed, of all on the build; oldest build first.",
} as const;

/** 简体中文。 */
export const homeZh: Record<keyof typeof home, string> = {
  "home.mine": "我的缺陷",
  "home.mine.none": "没有指派给你的未关闭缺陷。",
  "home.mine.of": "取自最新的 {count} 个未关闭缺陷。",
  "home.since": "自你上次来过",
  "home.since.first": "你第一次来这里。以下是最新的变更。",
  "home.since.none": "自你上次来过，没有任何变更。",
  "home.since.count": "自你上次来过，有 {count} 条变更；最新的在前。",
  "home.since.all": "显示全部变更",
  "home.trend": "最新构建的通过率",
  "home.trend.none": "还没有构建被测试过。",
  "home.trend.table": "以表格显示",
  "home.trend.chart": "以图表显示",
  "home.trend.build": "构建",
  "home.trend.rate": "通过率",
  "home.trend.bar": "{build}：{count} 次执行中通过 {rate}%，失败 {failed} 次",
  "home.trend.note": "构建上全部执行中通过的比例；最早的构建在前。",
};
