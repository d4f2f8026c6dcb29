/** Carries what was done from the mutation that did it to the page that comes next. */
export const saidCookie = "said";
