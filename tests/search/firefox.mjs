// Ask window.fingerpost.search in Firefox, over WebDriver BiDi, and print what it finds as JSON.
// node firefox.mjs PROGRAM ADDRESS QUERIES   QUERIES: a JSON list of texts; printed: {found: [[url]], asked: [address]}
import puppeteer from "puppeteer-core";

const [program, address, queries] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true });
try {
  const page = await browser.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address, { waitUntil: "load" });
  const found = await page.evaluate(async (all) => {
    const answers = [];
    for (const one of all) answers.push((await window.fingerpost.search(one)).results.map(({ url }) => url));
    return answers;
  }, JSON.parse(queries));
  console.log(JSON.stringify({ found, asked }));
} finally {
  await browser.close();
}
