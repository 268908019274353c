// How style sheets of themes are written: the standard configuration, whole.
export default {
  extends: ["stylelint-config-standard"],
  rules: {
    // It compares `.card a` with `.site-nav a:hover` far above, which are never the
    // same element: the sheets go through a page from the outside in.
    "no-descending-specificity": null,
  },
};
