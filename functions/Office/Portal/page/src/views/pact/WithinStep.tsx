import type { ComponentChildren } from 'preact';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import type { Place } from '../../shell/places';
import { today } from '../../shell/session';
import { day } from '../../words/format';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';

const w = words({
  opensOn: (step: string, day: string) => `${step}: mở từ ngày ${day}.`,
  closedOn: (step: string, day: string) => `${step}: thời gian đã hết ngày ${day}. Cần thêm thời gian, xin đề nghị cơ quan thường trực gia hạn cho đơn vị.`,
}, {
  opensOn: (step, day) => `${step}: open from ${day}.`,
  closedOn: (step, day) => `${step}: it was open until ${day}. For more time please ask the office.`,
});

/** What a unit does in a step of the calendar: shown while it may, else when it could or who gives more time. A bloc without that step is not held to it. */
export function WithinStep({ place, stage, children }: { place: Place; stage: Schema['StageKind']; children: ComponentChildren }) {
  const { year, bloc } = place;
  const asked = useAnswer(async signal => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/year', { params: { path: { year, bloc } }, signal })).catch(() => null))
    ?.data.stages.find(one => one.stage === stage) ?? null, [year, bloc, stage]);
  return (
    <Show of={asked}>{step => step === null || place.stages.some(one => one.stage === stage)
      ? <>{children}</>
      : <Notice>{today.value < step.opens ? w.opensOn(stageNames[stage], day(step.opens)) : w.closedOn(stageNames[stage], day(step.closes))}</Notice>}
    </Show>
  );
}
