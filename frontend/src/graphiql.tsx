import { QueryApp } from "./shell/QueryApp";
import { start } from "./shell/start";

start(<QueryApp />);
