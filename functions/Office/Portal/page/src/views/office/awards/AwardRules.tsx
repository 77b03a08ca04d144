import { api, ask, type Schema } from '../../../api/client';
import { Show } from '../../../parts/Show';
import { Notice } from '../../../parts/States';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may, today } from '../../../shell/session';
import { common } from '../../../words/common';
import { count, day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { save } from '../tables';
import { AwardCard } from './AwardCard';
import { readRules } from './reads';
import { Source } from './Source';

const w = words({
  title: 'Quy định xét khen thưởng', lead: 'Mỗi quy định ghi rõ căn cứ, và đã đọc văn bản hay chỉ là mặc định cấu hình được.', version: (name: string, from: string) => `Phiên bản “${name}”, áp dụng từ ${from}`,
  shipped: 'Đây là bản mẫu kèm theo phần mềm: tỉnh chưa ban hành bản của mình.', used: 'Đã có việc mở theo bản này nên không sửa được nữa; cần thay đổi thì lập phiên bản mới.', versions: 'Các phiên bản', from: 'Từ ngày', until: 'Đến hết ngày', awards: 'Số danh hiệu',
  template: 'bản mẫu', inUse: 'đã dùng', fresh: 'chưa dùng', now: 'đang áp dụng', copy: 'Lập phiên bản mới từ bản này', change: 'Sửa phiên bản này', file: 'Tải về tệp JSON',
  money: (unit: string, days: number) => `Tiền thưởng làm tròn lên ${unit} đồng; hủy bỏ thì nộp lại trong ${days} ngày làm việc.`, highest: 'Nhiều danh hiệu cùng một kỳ chỉ tính mức cao nhất.',
}, {
  title: 'Rules of awards', lead: 'Each provision says where it is from, and whether that was read or is a configurable default.', version: (name, from) => `Version “${name}”, from ${from}`,
  shipped: 'This is the template that comes with the program: the province has not put down its own.', used: 'Something was opened under this version, so it changes no more; make a new one.', versions: 'Versions', from: 'From', until: 'Until', awards: 'Awards',
  template: 'template', inUse: 'in use', fresh: 'not in use yet', now: 'in force', copy: 'Make a new version of this one', change: 'Change this version', file: 'Download as JSON',
  money: (unit, days) => `Money is rounded up to ${unit} đồng; what is revoked comes back within ${days} working days.`, highest: 'Of several titles of one period only the highest is paid.',
});

/** The rules of awards in force, or one version of them, and all versions. */
export default function AwardRules({ params }: ViewProps) {
  const asked = params.rules;
  const rules = useAnswer(signal => readRules(asked ? { rules: asked } : {}, signal), [asked]);
  const versions = useAnswer(signal => ask(api.GET('/api/award-rules/versions', { signal })).then(({ data }) => data.versions), []);
  return (
    <Frame title={w.title} lead={w.lead} {...asked ? { back: { href: at('award-rules'), name: w.title } } : null}>
      <Show of={rules}>{({ data }) => <Version rules={data} />}</Show>
      <Show of={versions}>
        {all => (
          <Table
            caption={w.versions} rows={all} rowKey={one => one.rules}
            columns={[
              { head: common.name, cell: one => <a href={at('award-rules', one.rules)}>{one.isTemplate ? w.template : one.rules}</a>, sort: one => one.rules },
              { head: w.from, cell: one => day(one.from), sort: one => one.from },
              { head: w.until, cell: one => day(one.until) || '–', sort: one => one.until },
              { head: common.state, cell: one => <VersionState of={one} /> },
              { head: w.awards, cell: one => count(one.awards), isNumber: true },
            ]} />
        )}
      </Show>
    </Frame>
  );
}

function VersionState({ of }: { of: Schema['AwardVersionView'] }) {
  const isNow = of.from <= today.value && (!of.until || of.until >= today.value);
  return <>{isNow && <StatusBadge kind="good">{w.now}</StatusBadge>} <StatusBadge kind={of.isInUse ? 'info' : 'plain'}>{of.isInUse ? w.inUse : w.fresh}</StatusBadge></>;
}

function Version({ rules }: { rules: Schema['AwardRulesView'] }) {
  const { content, cited } = rules;
  const awards = content.awards ?? [];
  const nameOf = (code: string) => awards.find(one => one.code === code)?.title ?? code;
  const file = () => save(`${rules.rules}.json`, JSON.stringify(content, null, 2), 'application/json');
  return (
    <section>
      <h2>{w.version(rules.isTemplate ? w.template : rules.rules, day(content.from))}</h2>
      {rules.isTemplate ? <Notice>{w.shipped}</Notice> : rules.isInUse && <Notice>{w.used}</Notice>}
      <div class="buttons">
        {may('PutAwardRules') && <a class="button" href={at('award-rules', rules.rules, 'copy')}>{w.copy}</a>}
        {may('PutAwardRules') && !rules.isTemplate && !rules.isInUse && <a class="button" href={at('award-rules', rules.rules, 'change')}>{w.change}</a>}
        <button type="button" onClick={file}>↓ {w.file}</button>
      </div>
      {content.money && <p>{w.money(count(content.money.roundUpTo ?? 0), content.money.returnDays ?? 0)} {content.money.onlyHighest && w.highest} <Source of={content.money.source} cited={cited} /></p>}
      {awards.map(award => <AwardCard key={award.code} award={award} cited={cited} nameOf={nameOf} />)}
    </section>
  );
}
