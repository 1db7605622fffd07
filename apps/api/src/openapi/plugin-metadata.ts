import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import ts from 'typescript';

type Collected = [imported: ts.CallExpression, meta: Record<string, Record<string, ts.ObjectLiteralExpression>>][];

/**
 * What decorators cannot know (types and docstrings), read from the source by the plugin of NestJS' Swagger, as its own
 * command line would do. Written as a module that SwaggerModule.loadPluginMetadata takes; returns its path.
 */
export async function writePluginMetadata(root: string): Promise<string> {
  const folder = join(root, 'dist/openapi');
  const visitor = new ReadonlyVisitor({ ...(await pluginOptions(root)), pathToSource: folder });
  const program = createProgram(join(root, 'tsconfig.json'));
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && file.fileName.startsWith(join(root, 'apps/api/src'))) visitor.visit(program, file);
  }
  const path = join(folder, 'plugin-metadata.ts');
  await mkdir(folder, { recursive: true });
  await writeFile(path, print(visitor.typeImports, visitor.collect() as unknown as Record<string, Collected>));
  return path;
}

/** The plugin does not know that a `readonly X[]` is an array, so it reads it as an `X[]`. */
function createProgram(config: string): ts.Program {
  const parsed = ts.getParsedCommandLineOfConfigFile(config, undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  if (!parsed) throw new Error(`${config} can't be read`);
  const host = ts.createCompilerHost(parsed.options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => (path.endsWith('.response.ts') ? read(path)?.replace(/: readonly (\w+\[\])/g, ': $1') : read(path));
  return ts.createProgram({ options: parsed.options, rootNames: parsed.fileNames, host });
}

async function pluginOptions(root: string): Promise<object> {
  const cli = JSON.parse(await readFile(join(root, 'nest-cli.json'), 'utf8')) as { compilerOptions: { plugins: { name: string; options: object }[] } };
  return cli.compilerOptions.plugins.find(({ name }) => name === '@nestjs/swagger')?.options ?? {};
}

function print(typeImports: Record<string, string>, collected: Record<string, Collected>): string {
  const printer = ts.createPrinter();
  const file = ts.createSourceFile('plugin-metadata.ts', '', ts.ScriptTarget.Latest);
  const text = (node: ts.Node): string => printer.printNode(ts.EmitHint.Unspecified, node, file);
  const entries = (of: Record<string, ts.Node>): string => Object.entries(of).map(([name, node]) => `${JSON.stringify(name)}: ${text(node)}`).join(', ');
  const ofFile = ([imported, classes]: Collected[number]): string =>
    `[${text(imported)}, { ${Object.entries(classes).map(([name, meta]) => `${JSON.stringify(name)}: ${metaOf(meta)}`).join(', ')} }]`;
  const metaOf = (meta: Record<string, ts.Node> | ts.Node): string => ('kind' in meta ? text(meta as ts.Node) : `{ ${entries(meta)} }`);
  const kinds = Object.entries(collected).map(([kind, files]) => `${kind}: [${files.map(ofFile).join(',\n')}]`);
  const imports = Object.entries(typeImports).map(([path, load]) => `${JSON.stringify(path)}: ${load}`);
  return `export default async () => {\nconst t = { ${imports.join(',\n')} };\nreturn { "@nestjs/swagger": { ${kinds.join(',\n')} } };\n};\n`;
}
