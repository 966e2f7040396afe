export { SuitesPage } from "./SuitesPage";
