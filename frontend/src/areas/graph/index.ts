export { GraphPage } from "./GraphPage";
