import type { ComponentChildren } from 'preact';
import type { Schema } from '../../../api/client';
import { faultsAt } from '../../../api/problem';
import { Field } from '../../../parts/Field';
import { PointsField } from '../../../parts/PointsField';
import { words } from '../../../words/language';
import { toHundredths, toPoints } from '../../../words/points';
import { ConditionFields } from './ConditionFields';
import { Out, SourceFields, type PartProps } from './Fields';
import { bodyNames, scopeNames } from './names';
import { QuotaFields } from './QuotaFields';
import { sayTieBreak } from './says';
import { VoteFields } from './VoteFields';

const w = words({
  name: 'Tên danh hiệu, hình thức', worth: 'Tiền thưởng: số lần mức lương cơ sở', quota: 'Số lượng', quotas: 'Thêm giới hạn số lượng', ties: 'Khi bằng nhau ở vị trí cuối, lần lượt xét', up: (what: string) => `Đưa lên trước: ${what}`, out: 'danh hiệu này', time: 'Căn cứ và thời gian của danh hiệu',
}, {
  name: 'What it is called', worth: 'Money: how often the base salary', quota: 'Quota', quotas: 'Add a quota', ties: 'What separates equals at the last place, in this order', up: what => `Move up: ${what}`, out: 'this award', time: 'Source and time of the award',
});

/** An award of a version that is being written: its numbers, sources and days. */
export function AwardFields({ value, onChange, path, faults, onOut }: PartProps<Schema['Award']> & { readonly onOut: () => void }) {
  const { conditions = [], quotas = [], votes = [], tieBreaks = [], worth } = value;
  const set = (change: Partial<Schema['Award']>) => onChange({ ...value, ...change });
  const up = (at: number) => set({ tieBreaks: tieBreaks.with(at - 1, tieBreaks[at]!).with(at, tieBreaks[at - 1]!) });
  const given = { faults };
  return (
    <details class="card" open={faultsAt(faults, path).length > 0 || undefined}>
      <summary><strong>{value.title}</strong></summary>
      <Field label={w.name} path={`${path}.title`} faults={faults} isRequired><input type="text" value={value.title} onInput={event => set({ title: event.currentTarget.value })} /></Field>
      {worth && (
        <Field label={w.worth} path={`${path}.worth.coefficient`} faults={faults}>
          <PointsField value={toHundredths(worth.coefficient)} onChange={now => set({ worth: { ...worth, coefficient: toPoints(now ?? 0) } })} />
        </Field>
      )}
      <Box title={w.time}><SourceFields value={value.source} onChange={source => set({ source })} path={`${path}.source`} {...given} /></Box>
      {conditions.map((one, at) => (
        <Box key={one.code} title={one.title} onOut={() => set({ conditions: conditions.filter((_, other) => other !== at) })}>
          <ConditionFields value={one} onChange={now => set({ conditions: conditions.with(at, now) })} path={`${path}.conditions[${at}]`} {...given} />
        </Box>
      ))}
      {quotas.map((one, at) => (
        <Box title={`${w.quota} ${at + 1}: ${scopeNames[one.scope]}`} onOut={() => set({ quotas: quotas.filter((_, other) => other !== at) })}>
          <QuotaFields value={one} onChange={now => set({ quotas: quotas.with(at, now) })} path={`${path}.quotas[${at}]`} {...given} />
        </Box>
      ))}
      <p><button type="button" onClick={() => set({ quotas: [...quotas, { scope: 'bloc', most: 1, source: { reading: 'configurableDefault' } }] })}>{w.quotas}</button></p>
      {votes.map((one, at) => (
        <Box title={bodyNames[one.body]} onOut={() => set({ votes: votes.filter((_, other) => other !== at) })}>
          <VoteFields value={one} onChange={now => set({ votes: votes.with(at, now) })} path={`${path}.votes[${at}]`} {...given} />
        </Box>
      ))}
      {tieBreaks.length > 0 && (
        <Box title={w.ties}>
          <ol>
            {tieBreaks.map((one, at) => (
              <li>
                {sayTieBreak(one)} {at > 0 && <button type="button" class="quiet" onClick={() => up(at)}>{w.up(sayTieBreak(one))}</button>}
                <Out what={sayTieBreak(one)} onOut={() => set({ tieBreaks: tieBreaks.filter((_, other) => other !== at) })} />
              </li>
            ))}
          </ol>
        </Box>
      )}
      <Out what={w.out} onOut={onOut} />
    </details>
  );
}

function Box({ title, onOut, children }: { title: string; onOut?: () => void; children: ComponentChildren }) {
  return <fieldset><legend>{title}</legend>{children}{onOut && <Out what={title} onOut={onOut} />}</fieldset>;
}
