import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { Removal } from '../../../parts/Removal';
import { Show } from '../../../parts/Show';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may } from '../../../shell/session';
import { cited } from '../../../words/cited';
import { common } from '../../../words/common';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import { Frame } from '../Frame';
import { dong } from './money';
import { SalaryForm } from './SalaryForm';

type Salary = Schema['BaseSalaryView'];

const w = words({
  title: 'Mức lương cơ sở', lead: 'Tiền thưởng = mức lương cơ sở của ngày quyết định × hệ số của danh hiệu, làm tròn lên.', add: 'Thêm mức lương', none: 'Chưa có mức nào: chưa tính được tiền thưởng.', caption: 'Các mức', from: 'Từ ngày', until: 'Đến hết ngày', amount: 'Mỗi tháng', source: 'Theo văn bản',
}, {
  title: 'Base salaries', lead: 'Money = the base salary of the decision’s day × the award’s coefficient, rounded up.', add: 'Enter a base salary', none: 'There is none, so no money is reckoned.', caption: 'Base salaries', from: 'From', until: 'Until', amount: 'A month', source: 'By',
});

export default function Salaries() {
  const [edited, edit] = useState<Salary | 'new'>();
  const list = useAnswer(signal => ask(api.GET('/api/base-salaries', { signal })).then(({ data }) => data.salaries), []);
  const remove = async (one: Salary) => {
    await ask(api.DELETE('/api/base-salaries/{from}', { params: { path: { from: one.from }, header: { 'If-Match': one.etag } } }));
    list.reload();
  };
  return (
    <Frame title={w.title} lead={w.lead} actions={may('PutBaseSalary') && <button type="button" class="primary" onClick={() => edit('new')}>{w.add}</button>}>
      <Show of={list}>
        {all => (
          <Table
            caption={w.caption} isCaptionHidden rows={all} rowKey={one => one.from} empty={w.none}
            columns={[
              { head: w.from, cell: one => day(one.from), sort: one => one.from },
              { head: w.until, cell: one => day(one.until) || '–', sort: one => one.until },
              { head: w.amount, cell: one => dong(one.amount), sort: one => one.amount, isNumber: true },
              { head: w.source, cell: one => cited(one.source) },
              ...may('PutBaseSalary') ? [{ head: common.edit, cell: (one: Salary) => <><button type="button" class="quiet" onClick={() => edit(one)}>{common.edit}<span class="hidden"> – {day(one.from)}</span></button> <Removal name={`${w.title} ${day(one.from)}`} remove={() => remove(one)} /></> }] : [],
            ]} />
        )}
      </Show>
      {edited && <SalaryForm known={edited === 'new' ? null : edited} onClose={() => edit(undefined)} onSaved={list.reload} />}
    </Frame>
  );
}
