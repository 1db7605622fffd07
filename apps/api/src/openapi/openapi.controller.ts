import { existsSync, readFileSync } from 'node:fs';
import { Controller, Get, Header, NotFoundException, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../http/allows.js';

/** Beside package.json: four folders up from the source, five from what was built of it. */
const PLACES = ['../../../../openapi.json', '../../../../../openapi.json'].map((path) => new URL(path, import.meta.url));

@ApiExcludeController()
@Controller('v1/openapi.json')
export class OpenApiController {
  private document: Buffer | undefined;

  /** What this API can do, for machines; from every site, because it holds nothing of anybody. */
  @Public()
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('cache-control', 'no-cache')
  @Get()
  read(): StreamableFile {
    const place = PLACES.find((url) => existsSync(url));
    if (!this.document && !place) throw new NotFoundException();
    this.document ??= readFileSync(place as URL);
    return new StreamableFile(this.document, { type: 'application/json; charset=utf-8' });
  }
}
