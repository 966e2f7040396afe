export { ConnectPage } from "./ConnectPage";
