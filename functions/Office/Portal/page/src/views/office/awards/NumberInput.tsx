export interface NumberInputProps {
  readonly id?: string;
  readonly value: number | null | undefined;
  readonly onChange: (value: number | null) => void;
  readonly least?: number;
  readonly most?: number;
  readonly isDisabled?: boolean;
  readonly label?: string;
}

/** A whole number; null for nothing. */
export function NumberInput({ value, onChange, least = 0, most, isDisabled, label, ...input }: NumberInputProps) {
  return (
    <input
      type="number" step={1} min={least} max={most} aria-label={label} disabled={isDisabled} {...input} value={value ?? ''}
      onInput={event => onChange(event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber)} />
  );
}
