import { Param, type PipeTransform } from '@nestjs/common';
import { DomainError, isId } from '#kernel';

/** What is no id at all can't exist either: the same 404, so that a guess learns nothing. */
class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isId(value)) return value;
    throw new DomainError('id.invalid', 'Dit bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
  }
}

const pipe = new IdPipe();

/** An id in the path. */
export const Id = (name = 'id'): ParameterDecorator => Param(name, pipe);
