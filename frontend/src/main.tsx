import { App } from "./shell/App";
import { Desktop } from "./shell/Desktop";
import { start } from "./shell/start";

start(
  <Desktop>
    <App />
  </Desktop>,
);
