export { SearchField } from "./SearchField";
