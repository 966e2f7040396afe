export { SuspectsPage } from "./SuspectsPage";
