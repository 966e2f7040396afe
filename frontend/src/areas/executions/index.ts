export { ExecutionDetail } from "./ExecutionDetail";
export { ExecutionList } from "./ExecutionList";
