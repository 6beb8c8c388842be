// E-mail addresses stand on pages in words, so that nothing that collects them finds one.
// Here the words become a link. Without this script they can be read as they are.
const signs = { at: "@", dot: ".", hyphen: "-", underscore: "_", plus: "+" };

for (const words of document.querySelectorAll(".spelt")) {
  const address = Array.from(words.children, (piece) => signs[piece.className] ?? piece.textContent).join("");
  const link = document.createElement("a");
  link.href = "mailto:" + encodeURIComponent(address).replaceAll("%40", "@");
  link.textContent = address;
  words.replaceWith(link);
}
for (const why of document.querySelectorAll(".spelt-why")) why.remove();
