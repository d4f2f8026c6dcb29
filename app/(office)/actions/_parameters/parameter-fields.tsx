"use client";

import type { ComponentType } from "react";
import type { ParameterDeclaration, ParameterType } from "@/lib/template/types";
import type { ActionValue } from "@/lib/template/value-schemas";
import { ActionParameter } from "./action-parameter";
import { AudioParameter } from "./audio-parameter";
import { ChoiceParameter } from "./choice-parameter";
import { MenuParameter } from "./menu-parameter";
import { NumberParameter } from "./number-parameter";
import { type FieldSurroundings, fieldName, type ParameterProps } from "./parameter-props";
import { PeopleParameter } from "./people-parameter";
import { PhoneParameter } from "./phone-parameter";
import { TextParameter } from "./text-parameter";
import { VoiceParameter } from "./voice-parameter";
import { YesNoParameter } from "./yes-no-parameter";

const fieldOfType: Readonly<Record<ParameterType, ComponentType<ParameterProps>>> = {
  text: TextParameter,
  longText: TextParameter,
  phoneNumber: PhoneParameter,
  number: NumberParameter,
  yesNo: YesNoParameter,
  choice: ChoiceParameter,
  voice: VoiceParameter,
  audio: AudioParameter,
  people: PeopleParameter,
  action: ActionParameter,
  menu: MenuParameter,
};

interface ParameterFieldsProps {
  declarations: readonly ParameterDeclaration[];
  /** By key. Where there is none, the declared default stands in the field. */
  values: Readonly<Record<string, ActionValue>>;
  /** What the form sent, and what was wrong with it, by the field's name: "values.greeting". */
  typed: Readonly<Record<string, string>>;
  fieldErrors: Readonly<Record<string, string>>;
  surroundings: Omit<FieldSurroundings, "spokenFields">;
}

/** The form of a template, made from what it declares and nothing else. */
export function ParameterFields({
  declarations,
  values,
  typed,
  fieldErrors,
  surroundings,
}: ParameterFieldsProps) {
  const spokenFields = declarations
    .filter(({ type }) => type === "text" || type === "longText")
    .map(({ key }) => fieldName(key));
  return declarations.map((declaration) => {
    const Field = fieldOfType[declaration.type];
    const name = fieldName(declaration.key);
    return (
      <Field
        key={declaration.key}
        declaration={declaration}
        name={name}
        value={values[declaration.key] ?? declaration.defaultValue}
        typed={typed[name]}
        error={fieldErrors[name]}
        fieldErrors={fieldErrors}
        surroundings={{ ...surroundings, spokenFields }}
      />
    );
  });
}
