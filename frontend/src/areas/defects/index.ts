export { DefectDetail } from "./DefectDetail";
export { DefectList } from "./DefectList";
