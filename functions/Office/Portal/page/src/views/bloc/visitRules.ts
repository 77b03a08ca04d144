import type { Schema } from '../../api/client';

/** An id that no visit of the bloc has. */
export function newVisitId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) {
    const id = `kiem-tra-${number}`;
    if (!taken.includes(id)) {
      return id;
    }
  }
}

/** What was left empty is not sent; findings only where there was a visit. */
export function withoutEmpty(body: Schema['InspectionBody']): Schema['InspectionBody'] {
  return {
    ...body,
    plan: body.plan?.trim() || null,
    findings: body.visitedOn ? (body.findings ?? []).map(finding => ({ ...finding, criterion: finding.criterion || null })) : [],
  };
}
