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

/** The whole visit as it was read: what this form does not show stays as it is. */
export function visitBody(visit: Schema['InspectionView']): Schema['InspectionBody'] {
  const { unit, plannedOn, team, plan, visitedOn, purpose, from, to, place, grounds } = visit;
  return {
    unit, plannedOn, team, plan, visitedOn, purpose, from, to, place, grounds,
    findings: visit.findings.map(({ isOverdue: _, ...finding }) => finding),
    people: visit.people.map(({ unitName: _, ...person }) => person),
  };
}

/** What was left empty is not sent; findings only where there was a visit, people only of units that take part. */
export function withoutEmpty(body: Schema['InspectionBody']): Schema['InspectionBody'] {
  return {
    ...body,
    plan: body.plan?.trim() || null,
    purpose: body.purpose?.trim() || null,
    place: body.place?.trim() || null,
    from: body.from || null,
    to: body.to || null,
    people: (body.people ?? []).filter(person => person.unit === body.unit || body.team.includes(person.unit)),
    findings: body.visitedOn ? (body.findings ?? []).map(finding => ({ ...finding, criterion: finding.criterion || null })) : [],
  };
}
