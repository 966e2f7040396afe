export { RequirementsPage } from "./RequirementsPage";
