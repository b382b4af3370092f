// Tells what a Lighthouse report says, and fails if it is short of what tests/lighthouse/run promises.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const scores = Object.values(report.categories).map(category => `${category.title} ${Math.round(category.score * 100)}`);
const requests = report.audits['network-requests'].details.items;
const kilobytes = kept => requests.filter(kept).reduce((sum, request) => sum + request.transferSize, 0) / 1024;
const page = kilobytes(() => true);
const script = kilobytes(request => request.resourceType === 'Script');
const paint = report.audits['largest-contentful-paint'].numericValue;
const shift = report.audits['cumulative-layout-shift'].numericValue;

console.log(`${scores.join(', ')}; ${page.toFixed(0)} KB, script ${script.toFixed(1)} KB; largest paint ${paint.toFixed(0)} ms; layout shift ${shift}`);
const weak = Object.values(report.audits).filter(audit => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative').map(audit => audit.id);
const good = Object.values(report.categories).every(category => category.score === 1) && page < 100 && script < 15 && paint < 1000 && shift === 0;
if (!good) console.log(`  short of: ${weak.join(', ')}`);
process.exit(good ? 0 : 1);
