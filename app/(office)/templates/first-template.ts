import { declare, voice } from "@/lib/template/built-in/declare";
import type { ParameterDeclaration } from "@/lib/template/types";

/** What a new template begins with: the smallest that says something. */
export const firstTemplate: {
  name: string;
  description: string;
  body: string;
  parameters: ParameterDeclaration[];
} = {
  name: "",
  description: "",
  body: `<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Say voice="{{ voice.name }}" language="{{ voice.language }}">{{ greeting }}</Say>
  <Hangup/>
</Response>`,
  parameters: [
    declare("greeting", "longText", "Greeting", "What the caller hears.", { isRequired: true }),
    voice,
  ],
};
