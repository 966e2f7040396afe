export { CaseDetail } from "./CaseDetail";
export { CaseList } from "./CaseList";
