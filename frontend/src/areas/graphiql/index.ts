export { hrefOfExample, readAsked } from "./asked";
export { examplesFor } from "./examples";
export { GraphiqlPage } from "./GraphiqlPage";
