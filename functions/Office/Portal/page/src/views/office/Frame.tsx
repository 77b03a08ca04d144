import type { ComponentChildren } from 'preact';
import { Page, type PageProps } from '../../parts/Page';
import { words } from '../../words/language';
import { at } from './names';
import './office.css';

export const office = words({ name: 'Cơ quan thường trực' }, { name: 'The office' });

/** The frame of the office's views: the way back is the office's first page, unless a view says a nearer one. */
export function Frame({ children, back, ...page }: PageProps & { readonly children: ComponentChildren }) {
  return <Page {...page} back={back ?? { href: at(), name: office.name }}>{children}</Page>;
}

export interface Choice<K extends string> {
  readonly value: K;
  readonly name: string;
}

export interface SelectProps<K extends string> {
  readonly value: K;
  readonly onChange: (value: K) => void;
  readonly choices: readonly Choice<K>[];
  readonly label?: string;
  readonly id?: string;
}

/** A select, for inside a Field or with a label of its own. */
export function Select<K extends string>({ value, onChange, choices, label, ...input }: SelectProps<K>) {
  return (
    <select {...input} aria-label={label} value={value} onChange={event => onChange(event.currentTarget.value as K)}>
      {choices.map(choice => <option value={choice.value} selected={choice.value === value}>{choice.name}</option>)}
    </select>
  );
}
