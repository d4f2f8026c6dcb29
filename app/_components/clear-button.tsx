import { CloseButton } from "@heroui/react/close-button";

interface ClearButtonProps {
  /** What it does, with the name of the field. */
  label: string;
  isDisabled: boolean;
  /** Called while the button has the keyboard, which goes with it if it is gone then. */
  onClear(): void;
}

/** Inside the input group of a combo box, between its field and the button of its list: a field to begin afresh. */
export function ClearButton({ label, isDisabled, onClear }: ClearButtonProps) {
  return (
    <CloseButton
      // No slot of the combo box: its context has the properties of the list's button.
      slot={null}
      aria-label={label}
      isDisabled={isDisabled}
      className="absolute end-7 z-10"
      onPress={onClear}
    />
  );
}
