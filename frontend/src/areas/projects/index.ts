export { Overview } from "./Overview";
export { ProjectsPage } from "./ProjectsPage";
