import { type ComputedField, computedPlaces } from '../rules/computed.ts';
import type { Failure } from './explain.ts';

/**
 * Finds computed answers that are not what the others make of them. One that is missing is no fault of its own: whoever
 * fills a form without our elements need not reckon, unless the form requires the field.
 */
export function computedFailures(
  form: string,
  fields: readonly ComputedField[],
): (data: unknown) => readonly Failure[] {
  return (data) =>
    computedPlaces(form, fields, data).flatMap(({ container, name, path, value }) => {
      const given = Object.hasOwn(container, name) ? container[name] : undefined;
      if (given === undefined || given === value) return [];
      return [{ path, keyword: 'computed', params: { expected: value }, value: given }];
    });
}
