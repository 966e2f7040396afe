/** The words of the window in English. */
export const desktop = {
  "desktop.title": "Choose a workspace",
  "desktop.demo": "Open demo",
  "desktop.new": "New local workspace",
  "desktop.file": "Open local workspace",
  "desktop.connect": "Connect to server",
  "desktop.server": "Address of the server",
  "desktop.token": "Access token",
  "desktop.recent": "Recent",
  "desktop.recent.none": "Workspaces that you open are listed here.",
  "desktop.forget": "Take {name} off the list",
  "desktop.opening": "The workspace is being opened.",
  "desktop.failed": "The workspace could not be opened.",
  "desktop.unsafe": "This machine has no keyring that answers, so the token lies in a file that only you can read.",
  "desktop.go": "Go to the workspace",
} as const;

/** 简体中文。 */
export const desktopZh: Record<keyof typeof desktop, string> = {
  "desktop.title": "选择工作区",
  "desktop.demo": "打开演示",
  "desktop.new": "新建本地工作区",
  "desktop.file": "打开本地工作区",
  "desktop.connect": "连接服务器",
  "desktop.server": "服务器地址",
  "desktop.token": "访问令牌",
  "desktop.recent": "最近使用",
  "desktop.recent.none": "你打开过的工作区会列在这里。",
  "desktop.forget": "将 {name} 移出列表",
  "desktop.opening": "正在打开工作区。",
  "desktop.failed": "无法打开工作区。",
  "desktop.unsafe": "这台机器没有可用的密钥环，因此令牌保存在只有你能读取的文件中。",
  "desktop.go": "进入工作区",
};
