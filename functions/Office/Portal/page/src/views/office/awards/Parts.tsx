import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { Select, type Choice } from '../Frame';
import { Out } from './Fields';

const w = words({ up: (what: string) => `Đưa lên trước: ${what}` }, { up: what => `Move up: ${what}` });

export interface PartsProps<T> {
  readonly title: string;
  readonly parts: readonly T[];
  readonly onChange: (parts: T[]) => void;
  /** What one is called, for its frame and for taking it out. */
  readonly nameOf: (part: T, at: number) => string;
  /** Whether their order says something. */
  readonly isOrdered?: boolean;
  /** The fields of one. */
  readonly fields: (part: T, at: number, onChange: (part: T) => void) => ComponentChildren;
  /** How another comes to it. */
  readonly adder: ComponentChildren;
}

/** A list of provisions of an award: each changed in its place, taken out, and others put to them. */
export function Parts<T>({ title, parts, onChange, nameOf, isOrdered, fields, adder }: PartsProps<T>) {
  return (
    <section>
      <h2>{title}</h2>
      {parts.map((part, at) => {
        const name = nameOf(part, at);
        return (
          <fieldset key={at}>
            <legend>{name}</legend>
            {fields(part, at, now => onChange(parts.with(at, now)))}
            <div class="row">
              {isOrdered && at > 0 && <button type="button" class="quiet" onClick={() => onChange(parts.with(at - 1, part).with(at, parts[at - 1]!))}>{w.up(name)}</button>}
              <Out what={name} onOut={() => onChange(parts.filter((_, other) => other !== at))} />
            </div>
          </fieldset>
        );
      })}
      {adder}
    </section>
  );
}

/** Adds one of a kind that is chosen first. */
export function Adder<K extends string>({ label, choices, onAdd, name }: { label: string; choices: readonly Choice<K>[]; onAdd: (kind: K) => void; name: string }) {
  const [kind, choose] = useState(choices[0]!.value);
  return (
    <div class="row">
      <Field label={label}><Select value={kind} onChange={choose} choices={choices} /></Field>
      <button type="button" onClick={() => onAdd(kind)}>{name}</button>
    </div>
  );
}
