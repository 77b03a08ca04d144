import { useEffect, useMemo, useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { createSaver } from '../../api/saver';
import { Attached } from '../../parts/Attached';
import { Confirm } from '../../parts/Confirm';
import { Download } from '../../parts/Download';
import { SaveState } from '../../parts/SaveState';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { addressOf, type PlaceId } from '../../shell/places';
import { may, me } from '../../shell/session';
import { common } from '../../words/common';
import { moment } from '../../words/format';
import { partStateNames, reportWords as w } from '../../words/reports';
import { mineAt } from '../sheet/place';
import { contentOf, draftOf, isEmpty, unanswered, type Draft } from './part';
import { PartForm } from './PartForm';
import { PartText } from './PartText';

interface MyPartProps {
  readonly place: PlaceId;
  readonly report: Schema['ReportView'];
  readonly answer: Answer<Schema['PartView']>;
  readonly reload: () => void;
}

/** The part of one's own unit: written and saved by itself until it is sent, then to read. */
export function MyPart({ place, report, answer, reload }: MyPartProps) {
  const { part, content } = answer.data;
  const mine = mineAt(place);
  const isOpen = report.state === 'open' && part.state !== 'sent' && may('PutReportPart', mine);
  return (
    <section class="card">
      <h2>{w.mine} <StatusBadge kind={part.state === 'sent' ? 'good' : part.state === 'returned' ? 'bad' : 'plain'}>{partStateNames[part.state]}</StatusBadge></h2>
      {part.state === 'sent' && <Notice kind="good">{w.sentAt(moment(part.sentAt))} {part.daysLate > 0 && w.late(part.daysLate)} {part.isApproved && w.approved}</Notice>}
      {part.state === 'returned' && part.returnReason && <Notice kind="bad">{w.returned(part.returnReason)}</Notice>}
      {part.state !== 'sent' && report.state !== 'open' && <Notice>{w.isClosed}</Notice>}
      {content && (
        <p class="no-print"><Download address={`/api/cycles/${place.year}/blocs/${encodeURIComponent(place.bloc)}/documents/report-part?unit=${encodeURIComponent(place.unit)}&item=${encodeURIComponent(report.report)}`}>{w.paper}</Download></p>
      )}
      {isOpen ? <Writing place={place} report={report} answer={answer} reload={reload} /> : <PartText report={report} content={content} />}
      <Attached place={place} to={{ subject: 'reportPart', item: report.report, unit: place.unit }} title={w.files} hint={w.filesHint} maySend={mine !== null && report.state === 'open' && may('UploadAttachment', mine)} />
    </section>
  );
}

/** What was typed, and the version it was typed over. */
interface Kept {
  readonly draft: Draft;
  readonly base: string | null;
}

function Writing({ place, report, answer, reload }: MyPartProps) {
  const path = { year: place.year, bloc: place.bloc, report: report.report, unit: place.unit };
  const [draft, setDraft] = useState(() => draftOf(answer.data.content));
  const [isSending, setSending] = useState(false);
  const [theirs, setTheirs] = useState<Answer<Schema['PartView']> | null>(null);
  const tag = useMemo(() => ({ now: answer.data.content ? answer.etag : null }), []);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const saver = useMemo(() => createSaver<Kept>({
    key: addressOf('reports', place, report.report),
    save: async ({ part }) => {
      const { etag } = await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/reports/{report}/parts/{unit}', {
        params: { path, header: tag.now ? { 'If-Match': tag.now } : {} }, body: contentOf(part!.draft, report.questions),
      }));
      tag.now = etag;
    },
  }), []);
  useEffect(() => {
    void saver.restore().then(({ part }) => {
      if (part) {
        setDraft(part.draft);
        if (part.base === tag.now) {
          void saver.flush();
        } else {
          setTheirs(answer);
        }
      }
    });
    return () => saver.end();
  }, []);
  const status = saver.status.value;
  const isOvertaken = status.kind === 'unsaved' && [412, 428].includes(status.problem.status);
  useEffect(() => {
    if (isOvertaken) {
      void ask(api.GET('/api/cycles/{year}/blocs/{bloc}/reports/{report}/parts/{unit}', { params: { path } })).then(setTheirs, () => undefined);
    }
  }, [isOvertaken]);
  const change = (to: Partial<Draft>) => {
    const next = { ...draft, ...to };
    setDraft(next);
    saver.change('part', { draft: next, base: tag.now });
  };
  const settle = (keepMine: boolean) => {
    tag.now = theirs!.etag;
    if (keepMine) {
      saver.change('part', { draft, base: tag.now });
    } else {
      saver.drop();
      setDraft(draftOf(theirs!.data.content));
    }
    setTheirs(null);
    void saver.flush();
  };
  const missing = unanswered(draft, report.questions);
  const mayApprove = me.value?.approvesFor.includes(place.unit) === true;
  const send = async () => {
    if (!await saver.flush() && saver.status.value.kind === 'unsaved') {
      throw saver.status.value.problem;
    }

    const params = { path, header: { 'If-Match': tag.now! } };
    await (mayApprove
      ? ask(api.POST('/api/cycles/{year}/blocs/{bloc}/reports/{report}/parts/{unit}/approval', { params }))
      : ask(api.POST('/api/cycles/{year}/blocs/{bloc}/reports/{report}/parts/{unit}/submission', { params })));
    reload();
  };
  const word = mayApprove ? w.approve : w.sendPart;
  return (
    <>
      {theirs && (
        <div class="notice bad" role="alert">
          <p class="notice-title">{w.overtaken}</p>
          <details><summary>{w.theirVersion}</summary><PartText report={report} content={theirs.data.content} /></details>
          <div class="buttons">
            <button type="button" onClick={() => settle(true)}>{w.keepMine}</button>
            <button type="button" onClick={() => settle(false)}>{w.theirs}</button>
          </div>
        </div>
      )}
      <PartForm report={report} draft={draft} change={change} faults={status.kind === 'unsaved' ? status.problem.faults : []} onWrong={(code, isWrong) => setWrong(new Set(isWrong ? [...wrong, code] : [...wrong].filter(one => one !== code)))} />
      <div class="part-bar no-print">
        {wrong.size > 0 && <p class="fault" role="status">✕ {w.wrong(wrong.size)}</p>}
        {(wrong.size === 0 || status.kind !== 'saved') && <SaveState status={saver.status} retry={() => void saver.flush()} />}
        {missing.length > 0 ? <p class="small">{w.missing(missing.length)} {missing.map(question => question.title).join('; ')}.</p> : <p class="small">{w.nothingMissing}</p>}
        {answer.data.needsApproval && !mayApprove
          ? <Notice>{w.needsApproval}</Notice>
          : <button type="button" class="primary" disabled={isEmpty(contentOf(draft, report.questions)) || theirs !== null || wrong.size > 0} onClick={() => setSending(true)}>{word}…</button>}
      </div>
      <Confirm title={word} yes={word} doing={common.sending} isOpen={isSending} onClose={() => setSending(false)} onConfirm={send}>
        <p>{mayApprove ? w.approveAsk : w.sendAsk}</p>
        {missing.length > 0 && <p>⚠ {w.missing(missing.length)} {missing.map(question => question.title).join('; ')}. {w.sendMissing}</p>}
      </Confirm>
    </>
  );
}
