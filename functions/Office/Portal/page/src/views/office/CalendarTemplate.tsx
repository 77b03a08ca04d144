import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { FaultSummary } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Notice, ProblemView } from '../../parts/States';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useGuard } from '../../parts/useGuard';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';
import { Frame } from './Frame';
import { at } from './names';
import { YearDayField } from './YearDayField';

const w = words({
  title: 'Lịch mẫu của các năm sau', back: 'Năm thi đua và lịch', lead: 'Mỗi năm mới được lập theo lịch này. Các năm đã có không đổi.', isDefault: 'Đây vẫn là lịch có sẵn của hệ thống, không văn bản nào của tỉnh ấn định các ngày này: xin xem lại.',
  starts: 'Ngày mở năm', steps: 'Các bước', step: 'Bước', from: 'Từ ngày', until: 'Đến hết ngày', saved: 'Đã lưu.',
}, {
  title: 'Calendar of later years', back: 'Years and calendars', lead: 'Every new year is made from it. Years that are there do not change.', isDefault: 'It is still the one that comes with the program, and no text of the province fixes these days: please look at them.',
  starts: 'The year opens on', steps: 'Steps', step: 'Step', from: 'From', until: 'Until', saved: 'Saved.',
});

type View = Schema['CalendarTemplateView'];

/** The calendar from which later years are made. */
export default function CalendarTemplate() {
  const asked = useAnswer(signal => ask(api.GET('/api/calendar-template', { signal })), []);
  const [isSaved, setSaved] = useState(false);
  const saved = (answer: Answer<View>) => {
    asked.set(answer);
    setSaved(true);
  };
  return (
    <Frame title={w.title} lead={w.lead} back={{ href: at('years'), name: w.back }}>
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      <Show of={asked}>{answer => <Form key={answer.etag} known={answer} onSaved={saved} onTyped={() => setSaved(false)} />}</Show>
    </Frame>
  );
}

function Form({ known, onSaved, onTyped }: { known: Answer<View>; onSaved: (answer: Answer<View>) => void; onTyped: () => void }) {
  const { isDefault, ...before } = known.data;
  const [body, set] = useState<Schema['CalendarTemplateBody']>(before);
  const [isChanged, setChanged] = useState(false);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const act = useAct();
  useGuard(isChanged);
  const mayChange = may('PutCalendarTemplate');
  const take = (key: string, value: Schema['YearDayBody'] | null, put: (value: Schema['YearDayBody']) => Schema['CalendarTemplateBody']) => {
    onTyped();
    setChanged(true);
    setWrong(new Set(value ? [...wrong].filter(one => one !== key) : [...wrong, key]));
    if (value) {
      set(put(value));
    }
  };
  const save = async (event: Event) => {
    event.preventDefault();
    let answer: Answer<View> | undefined;
    if (await act.run(async () => { answer = await ask(api.PUT('/api/calendar-template', { params: { header: known.etag ? { 'If-Match': known.etag } : {} }, body })); })) {
      setChanged(false);
      onSaved(answer!);
    }
  };
  const name = (stage: Schema['StageRuleBody']) => body.periods.length > 1 ? `${stageNames[stage.stage]} – ${body.periods.find(one => one.id === stage.period)?.name ?? ''}` : stageNames[stage.stage];
  const cell = (part: 'opens' | 'closes', said: string) => (stage: Schema['StageRuleBody']) => {
    const index = body.stages.indexOf(stage);
    return <YearDayField label={`${name(stage)} – ${said}`} value={stage[part]} isDisabled={!mayChange} onChange={value => take(`${part} ${index}`, value, day => ({ ...body, stages: body.stages.with(index, { ...stage, [part]: day }) }))} />;
  };
  return (
    <form onSubmit={event => void save(event)}>
      {isDefault && <Notice>{w.isDefault}</Notice>}
      <FaultSummary faults={act.faults} paths={[]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <fieldset>
        <legend>{w.starts}</legend>
        <YearDayField label={w.starts} value={body.startsOn} isDisabled={!mayChange} onChange={value => take('starts', value, startsOn => ({ ...body, startsOn }))} />
      </fieldset>
      <Table
        caption={w.steps} rows={body.stages} rowKey={stage => `${stage.period} ${stage.stage}`}
        columns={[{ head: w.step, cell: name }, { head: w.from, cell: cell('opens', w.from) }, { head: w.until, cell: cell('closes', w.until) }]} />
      {mayChange && <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || !isChanged || wrong.size > 0}>{common.save}</button></div>}
    </form>
  );
}
