import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { Field } from '../../parts/Field';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { approvalNames, readShare, settingChoices, settingWords } from './regulationSettings';

const w = words({ title: 'Quy định về biểu quyết và trả lời', silent: 'không quy định', hint: 'Viết như 2/3; để trống nếu quy chế không quy định.', above: 'Phải trên mức này (quá bán)', wrong: 'Xin viết như 2/3.' },
  { title: 'Votes and answers', silent: 'silent', hint: 'Such as 2/3; leave it empty where the regulation is silent.', above: 'More than that is needed', wrong: 'Please write 2/3, say.' });

type Settings = Schema['RegulationSettings'];

const pathOf = (name: keyof Settings): string => `$.settings.${name}`;

/** Where its fields stand in what is sent, for their faults. */
export const settingPaths: readonly string[] = (['quorum', 'threshold', 'voters', 'base', 'absentees', 'tie', 'secrecy', 'ownVote', 'ballots', 'approval'] as const).map(pathOf);

export interface SettingFieldsProps {
  readonly faults: readonly Fault[];
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly onWrong: (isWrong: boolean) => void;
}

/** What a regulation settles of votes and answers; what it is silent about stays empty. */
export function SettingFields({ settings, onChange, onWrong, faults }: SettingFieldsProps) {
  const write = (share: Schema['Share'] | null | undefined) => share ? `${share.part}/${share.of}` : '';
  const [shares, setShares] = useState({ quorum: write(settings.quorum), threshold: write(settings.threshold) });
  const set = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  const type = (name: 'quorum' | 'threshold', text: string, above: boolean) => {
    const now = { ...shares, [name]: text };
    setShares(now);
    onWrong(Object.values(now).some(one => readShare(one, false) === undefined));
    const share = readShare(text, above);
    if (share !== undefined) {
      set({ [name]: share });
    }
  };
  return (
    <fieldset>
      <legend>{w.title}</legend>
      {(['quorum', 'threshold'] as const).map(name => {
        const above = settings[name]?.above === true;
        return (
          <div key={name}>
            <Field label={settingWords[name]} hint={w.hint} path={pathOf(name)} faults={faults}><input type="text" class="points-input" value={shares[name]} onInput={event => type(name, event.currentTarget.value, above)} /></Field>
            {readShare(shares[name], above) === undefined && <p class="fault" role="status">✕ {w.wrong}</p>}
            {settings[name] && <p><label><input type="checkbox" checked={above} onChange={event => set({ [name]: { ...settings[name], above: event.currentTarget.checked } })} /> {settingWords[name]}: {w.above}</label></p>}
          </div>
        );
      })}
      {(['voters', 'base', 'absentees', 'tie', 'secrecy'] as const).map(name => (
        <Field key={name} label={settingWords[name]} path={pathOf(name)} faults={faults}>
          <select value={settings[name] ?? ''} onChange={event => set({ [name]: event.currentTarget.value || null })}>
            <option value="">{w.silent}</option>
            {Object.entries(settingChoices[name]).map(([value, said]) => <option value={value}>{said}</option>)}
          </select>
        </Field>
      ))}
      <Field label={settingWords.ownVote} path={pathOf('ownVote')} faults={faults}>
        <select value={settings.ownVote === true ? 'yes' : settings.ownVote === false ? 'no' : ''} onChange={({ currentTarget: { value } }) => set({ ownVote: value === '' ? null : value === 'yes' })}>
          <option value="">{w.silent}</option><option value="yes">{common.yes}</option><option value="no">{common.no}</option>
        </select>
      </Field>
      <Field label={settingWords.ballots} path={pathOf('ballots')} faults={faults}><input type="number" min={1} max={10} value={settings.ballots ?? ''} onInput={event => set({ ballots: event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber })} /></Field>
      <Field label={settingWords.approval} path={pathOf('approval')} faults={faults}>
        <select value={settings.approval ?? 'none'} onChange={event => set({ approval: event.currentTarget.value as Schema['ApprovalOfAnswers'] })}>{Object.entries(approvalNames).map(([value, said]) => <option value={value}>{said}</option>)}</select>
      </Field>
    </fieldset>
  );
}
