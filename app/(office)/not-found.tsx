/** Within the shell, which has the landmarks of a page already. */
export { NothingHere as default } from "../_components/nothing-here";
