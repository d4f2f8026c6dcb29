import { excluded } from "@/db/queries/writes/excluded";
import { templateParameters } from "@/db/schema";

/** A parameter that is declared again keeps its row, and with it the values that actions have given it. */
export const redeclaration = {
  target: [templateParameters.templateId, templateParameters.key],
  set: {
    position: excluded(templateParameters.position),
    label: excluded(templateParameters.label),
    help: excluded(templateParameters.help),
    type: excluded(templateParameters.type),
    isRequired: excluded(templateParameters.isRequired),
    defaultValue: excluded(templateParameters.defaultValue),
    bounds: excluded(templateParameters.bounds),
  },
};
