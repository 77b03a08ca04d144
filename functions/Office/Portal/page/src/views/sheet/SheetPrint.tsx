import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { periodName, places } from '../../shell/session';
import { points, writePoints } from '../../words/points';
import { figuresOf } from './describe';
import { cited } from '../../words/cited';
import type { Row, SheetModel } from './model';

/**
 * Printed, a sheet is the table that units file (form of Decree 30/2020/NĐ-CP, annex I), and the form on the screen is not: drawn the moment the browser prints, by its own menu, too.
 * It is a paper of a Vietnamese office, in Vietnamese whatever the language of the page.
 */
export function usePrint(model: SheetModel): void {
  useEffect(() => {
    const paper = document.createElement('div');
    paper.className = 'paper print-only';
    const draw = () => {
      document.body.append(paper);
      document.body.classList.add('prints-paper');
      render(<Paper model={model} />, paper);
    };
    const clear = () => {
      render(null, paper);
      document.body.classList.remove('prints-paper');
      paper.remove();
    };
    addEventListener('beforeprint', draw);
    addEventListener('afterprint', clear);
    return () => {
      clear();
      removeEventListener('beforeprint', draw);
      removeEventListener('afterprint', clear);
    };
  }, [model]);
}

function Paper({ model }: { model: SheetModel }) {
  const { view, place } = model;
  const { base, assigned, bonus, penalty, total } = model.totals.value;
  const bloc = places.value.find(one => one.bloc === place.bloc)?.blocName;
  const period = periodName(place);
  return (
    <>
      <div class="paper-head">
        <p><strong>{view.unitName.toLocaleUpperCase('vi')}</strong><br />Số: ……/……</p>
        <p><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong><br /><strong>Độc lập - Tự do - Hạnh phúc</strong><br /><em>…………, ngày …… tháng …… năm ……</em></p>
      </div>
      <p class="paper-title"><strong>BẢNG TỰ CHẤM ĐIỂM THI ĐUA {period ? `${period.toLocaleUpperCase('vi')} ` : ''}NĂM {view.year}</strong><br />{view.title}{bloc && <><br />{bloc}</>}</p>
      <table>
        <thead>
          <tr><th scope="col">STT</th><th scope="col">Nội dung tiêu chí</th><th scope="col">Điểm chuẩn</th><th scope="col">Điểm tự chấm</th><th scope="col">Điểm thưởng</th><th scope="col">Điểm trừ</th><th scope="col">Thuyết minh, tài liệu kiểm chứng</th></tr>
        </thead>
        <tbody>
          {model.rows.map(row => <Line row={row} />)}
          <tr class="strong"><td /><td>Cộng điểm các tiêu chí</td><td class="number">{writePoints(assigned)}</td><td class="number">{writePoints(base)}</td><td class="number">{writePoints(bonus)}</td><td class="number">{penalty > 0 ? `-${writePoints(penalty)}` : '0'}</td><td /></tr>
          <tr class="strong"><td /><td>Tổng điểm tự chấm</td><td /><td class="number">{writePoints(total)}</td><td /><td /><td /></tr>
        </tbody>
      </table>
      <div class="paper-foot">
        <p><strong>NGƯỜI LẬP BẢNG</strong><br /><em>(Ký, ghi rõ họ tên)</em></p>
        <p><strong>THỦ TRƯỞNG ĐƠN VỊ</strong><br /><em>(Ký tên, đóng dấu)</em></p>
      </div>
    </>
  );
}

function Line({ row }: { row: Row }) {
  const { node } = row;
  const { state, points: own, assigned, bonus, penalty } = row.score.value;
  const isBase = node.kind !== 'bonus' && node.kind !== 'penalty';
  const isSaid = state === 'scored' || state === 'missing';
  const option = node.options?.find(one => one.code === row.entry.value?.option);
  const proofs = [...row.papers.value.map(paper => cited(paper.paper)), ...row.files.value.filter(file => !row.papers.value.some(paper => paper.file === file.id)).map(file => file.name)];
  return (
    <tr class={node.kind === 'group' ? 'strong' : undefined}>
      <td class="centre">{node.number ?? node.criterion}</td>
      <td>{node.title}{node.basis && <><br /><em class="pre">Căn cứ chấm điểm: {node.basis}</em></>}{node.checkedBy && <><br /><em>({node.checkedBy} kiểm tra)</em></>}</td>
      <td class="number">{!isBase ? '' : node.kind === 'group' ? writePoints(assigned) : points(node.maximum)}</td>
      <td class="number">{!isBase ? '' : state === 'void' ? 'Vô hiệu' : state === 'notApplicable' ? 'Không áp dụng' : state === 'missing' && node.kind !== 'group' ? '……' : writePoints(own)}</td>
      <td class="number">{isSaid && bonus > 0 ? writePoints(bonus) : ''}</td>
      <td class="number">{isSaid && penalty > 0 ? `-${writePoints(penalty)}` : ''}</td>
      <td class="pre">{[option?.title, figuresOf(row.entry.value), row.entry.value?.explanation, ...proofs.map(proof => `- ${proof}`)].filter(Boolean).join('\n')}</td>
    </tr>
  );
}
