import { writeFileSync } from "node:fs";
import { faultsDocument } from "@/e2e/faults/faults-document";

/** `docs/faults.md`, anew, after the rows that it is made from have changed. */
writeFileSync("docs/faults.md", faultsDocument());
