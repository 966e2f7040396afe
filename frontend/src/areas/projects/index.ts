export { ProjectsPage } from "./ProjectsPage";
