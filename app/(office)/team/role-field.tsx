import { Label } from "@heroui/react/label";
import { descriptionVariants, fieldErrorVariants } from "@heroui/styles";
import { useId } from "react";
import { staffRoles } from "@/lib/auth/roles";
import { roleNames, roleWords } from "../_team/role-words";

interface RoleFieldProps {
  help?: string;
  typed: string | undefined;
  initial: string;
  error: string | undefined;
}

/** One of the roles, each with what it may do: on a phone a list would cut these sentences off. */
export function RoleField({ help, typed, initial, error }: RoleFieldProps) {
  const id = useId();
  const chosen = typed ?? initial;
  return (
    // React resets a form once it has been sent, and a choice to what it first was: a new one begins with what was chosen.
    <fieldset key={chosen} className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">Role</legend>
      {help && <p className={descriptionVariants()}>{help}</p>}
      {staffRoles.map((role) => (
        <div key={role} className="flex items-start gap-3">
          <input
            id={`${id}-${role}`}
            type="radio"
            name="role"
            value={role}
            defaultChecked={role === chosen}
            aria-describedby={`${id}-${role}-words`}
            {...(error !== undefined && { "aria-invalid": true })}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <div>
            <Label htmlFor={`${id}-${role}`}>{roleNames[role]}</Label>
            <p id={`${id}-${role}-words`} className={descriptionVariants()}>
              {capitalised(roleWords[role])}
            </p>
          </div>
        </div>
      ))}
      {error !== undefined && (
        <p data-visible className={fieldErrorVariants()}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
