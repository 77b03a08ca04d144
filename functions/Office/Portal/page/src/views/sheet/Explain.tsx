import { api, ask, type Schema } from '../../api/client';
import { FaultSummary, Field } from '../../parts/Field';
import { Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useKept } from '../../parts/useKept';
import { addressOf, type PlaceId } from '../../shell/places';
import { appraiserNames } from '../../words/appraisal';
import { words } from '../../words/language';
import { points } from '../../words/points';
import { printed } from './describe';
import { pathOf } from './model';

const w = words({
  head: (round: number) => `Giải trình về điểm thẩm định vòng ${round}`,
  lead: 'Vòng thẩm định đã đổi điểm các tiêu chí sau. Đơn vị có thể giải trình cho đến khi vòng sau kết thúc.',
  changed: (own: string, given: string, by: string) => `Tự chấm ${own}, ${by} cho ${given}.`,
  reason: 'Lý do',
  text: 'Giải trình của đơn vị',
  send: 'Gửi giải trình',
  sent: 'Đã gửi giải trình.',
  overtaken: 'Giải trình đã được gửi từ nơi khác trong lúc bạn viết. Bản mới nhất được ghi dưới từng ô; nếu vẫn muốn gửi bản của bạn, bấm gửi lần nữa.',
  there: 'Đang lưu',
}, {
  head: round => `Explain the points of round ${round}`,
  lead: 'The round changed the points of these criteria. Your unit may explain until the next round is closed.',
  changed: (own, given, by) => `Own points ${own}; ${by} gave ${given}.`,
  reason: 'Because',
  text: 'What your unit has to say',
  send: 'Send the explanation',
  sent: 'The explanation was sent.',
  overtaken: 'An explanation was sent from elsewhere while you wrote. The newest stands below each field; to send yours all the same, press once more.',
  there: 'Saved now',
});

type Line = Schema['AppraisedCriterion'] & { readonly node: Schema['SheetNode'] };

/** What a unit has to say to the points of a closed round. */
export function Explain({ place, round, lines, onSent }: { place: PlaceId; round: Schema['RoundView']; lines: readonly Line[]; onSent: () => void }) {
  const changed = lines.flatMap(line => line.rounds.filter(score => score.round === round.round).map(score => ({ line, score })));
  const [typed, keep, drop] = useKept<Readonly<Record<string, string>>>(`${addressOf('sheet', place)}/explain/${round.round}`, {});
  const act = useAct();
  const told = changed.filter(({ line }) => typed[line.criterion]?.trim());
  const send = async (event: Event) => {
    event.preventDefault();
    const isSent = await act.run(() => ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/explanations/{round}', {
      params: { path: { ...pathOf(place), round: round.round }, header: round.explanationsETag ? { 'If-Match': round.explanationsETag } : {} },
      body: { explanations: told.map(({ line }) => ({ criterion: line.criterion, text: typed[line.criterion]!.trim() })) },
    })));
    if (isSent) {
      drop();
    }

    onSent();
  };
  if (changed.length === 0) {
    return null;
  }

  const pathsOf = (criterion: string) => `$.explanations[${told.findIndex(({ line }) => line.criterion === criterion)}]`;
  return (
    <form class="card" onSubmit={event => void send(event)}>
      <h2>{w.head(round.round)}</h2>
      <p>{w.lead}</p>
      <FaultSummary faults={act.faults} paths={told.map(({ line }) => pathsOf(line.criterion))} />
      {act.problem && act.faults.length === 0 && ([412, 428].includes(act.problem.status) ? <Notice kind="bad">{w.overtaken}</Notice> : <ProblemView problem={act.problem} />)}
      {changed.map(({ line, score }) => (
        <fieldset key={line.criterion}>
          <legend>{printed(line.node)} {line.node.title}</legend>
          <p>{w.changed(points((line.own.points ?? 0) + (line.own.bonus ?? 0) + (line.own.penalty ?? 0)), points(score.points), appraiserNames[score.by])} <span class="pre">{w.reason}: {score.reason}</span></p>
          {score.explanation && <p class="soft pre">{w.there}: {score.explanation.text}</p>}
          <Field label={w.text} path={pathsOf(line.criterion)} faults={act.faults}>
            <textarea rows={3} value={typed[line.criterion] ?? ''} onInput={event => keep({ ...typed, [line.criterion]: event.currentTarget.value })} />
          </Field>
        </fieldset>
      ))}
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || told.length === 0}>{w.send}</button></div>
    </form>
  );
}
