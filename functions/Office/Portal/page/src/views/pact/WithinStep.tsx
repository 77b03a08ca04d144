import type { ComponentChildren } from 'preact';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import type { Place } from '../../shell/places';
import { places, today } from '../../shell/session';
import { day } from '../../words/format';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';

const w = words({
  opensOn: (step: string, day: string) => `${step}: mở từ ngày ${day}.`,
  closedOn: (step: string, day: string) => `${step}: thời gian đã hết (lịch của khối: đến hết ngày ${day}). Cần thêm thời gian, xin đề nghị cơ quan thường trực gia hạn cho đơn vị.`,
}, {
  opensOn: (step, day) => `${step}: open from ${day}.`,
  closedOn: (step, day) => `${step}: its time is over (in the bloc: until ${day}). For more time please ask the office.`,
});

/** The unit's own last day, in whichever period of the year. */
const isExtended = ({ year, bloc, unit }: Place, stage: Schema['StageKind']): boolean =>
  places.value.some(one => one.year === year && one.bloc === bloc && one.unit === unit && one.stages.some(step => step.stage === stage && step.deadline >= today.value));

/** What a unit does in a step of the calendar: shown while it may, else when it could or who gives more time. A bloc without that step is not held to it. */
export function WithinStep({ place, stage, children }: { place: Place; stage: Schema['StageKind']; children: ComponentChildren }) {
  const { year, bloc } = place;
  const asked = useAnswer(async signal => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/year', { params: { path: { year, bloc } }, signal })).catch(() => null))
    ?.data.stages.filter(one => one.stage === stage) ?? [], [year, bloc, stage]);
  return (
    <Show of={asked}>{steps => {
      const isOpen = steps.some(step => step.opens <= today.value && today.value <= step.closes) || isExtended(place, stage);
      const next = steps.map(step => step.opens).filter(opens => opens > today.value).sort()[0];
      const last = steps.map(step => step.closes).sort().at(-1);
      return steps.length === 0 || isOpen ? <>{children}</> : <Notice>{next ? w.opensOn(stageNames[stage], day(next)) : w.closedOn(stageNames[stage], day(last))}</Notice>;
    }}
    </Show>
  );
}
