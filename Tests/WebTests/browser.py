"""Works on a board in a real browser, as a coordinator does: python3 browser.py ADDRESS INSTANCE LANGUAGE [SCREENSHOTS].

Reads an instance in, plans it, moves a visit by mouse, by keyboard and without script, takes it back, sees what somebody else
does, and publishes. Prints "fine" at the end; whatever goes otherwise ends it with an error.
"""
import re
import sys

from playwright.sync_api import expect, sync_playwright

address, instance, language = sys.argv[1:4]
folder = sys.argv[4] if len(sys.argv) > 4 else None
# A program built for debugging on a busy machine takes its time; what goes well does not wait.
expect.set_options(timeout=90_000)
home = re.match(r"http://[^/]+", address).group(0)
WORDS = {
    "sv": {"read": "Läs in", "plan": "Planera om", "publish": "Publicera", "done": "Klart.", "undone": "Ångrat.",
           "undo": "Ångra senaste ändringen", "published": "Publicerat.", "leave": "Lämna otilldelat", "show": "Visa vad som kan göras",
           "all": "Ta allt", "chosen": "Ta de valda", "along": "Ta med dem", "again": "Gör om"},
    "en": {"read": "Read in", "plan": "Plan anew", "publish": "Publish", "done": "Done.", "undone": "Taken back.",
           "undo": "Undo the last change", "published": "Published.", "leave": "Leave unassigned", "show": "Show what can be done",
           "all": "Take all of it", "chosen": "Take the chosen", "along": "Take these along", "again": "Do it again"},
}[language]


def picture(page, name):
    """A screenshot at each width; no page may be wider than its window."""
    for width in (1440, 1024, 390, 320) if folder else (320,):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} pixels too wide at {width}"
        if folder:
            page.screenshot(path=f"{folder}/{name}-{language}-{width}.png", full_page=width < 400)
    page.set_viewport_size({"width": 1440, "height": 900})


def give(page):
    """The first offer for the visit in the hand that needs no reason."""
    return page.locator(".options li:not(.k-exception):not(.k-now) form button").first


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(90_000)
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    # A page that asks for what a choice needs too comes with 409, which browsers log.
    page.on("console", lambda message: faults.append(message.text)
            if message.type == "error" and "409 (Conflict)" not in message.text else None)
    page.goto(address)
    assert "token" not in page.url, page.url

    # Import.
    page.goto(home + "/import")
    picture(page, "import")
    page.set_input_files("input[type=file]", instance)
    page.get_by_role("button", name=WORDS["read"]).click()
    page.wait_for_url("**/import?read=*")
    picture(page, "read")

    # Plan, with live progress.
    page.fill("input[name=seconds]", "2")
    page.get_by_role("button", name=re.compile("^" + WORDS["plan"])).click()
    expect(page.locator("#run-text")).to_be_visible()
    expect(page.locator(".running[data-goes-on]")).to_have_count(0, timeout=60_000)
    expect(page.locator("table.plans tbody tr")).not_to_have_count(1)
    picture(page, "plans")

    # The day: by mouse.
    page.locator("table.plans tbody tr").first.locator("th a").click()
    expect(page.locator(".board .shift").first).to_be_visible()
    picture(page, "day")
    page.locator(".board a[data-visit]").first.click()
    expect(page.locator("#picked")).to_be_visible()
    picture(page, "picked")
    give(page).click()
    expect(page.locator(".notice")).to_have_text(WORDS["done"])
    page.get_by_role("button", name=WORDS["undo"]).click()
    expect(page.locator(".notice")).to_have_text(WORDS["undone"])

    # By keyboard alone: Enter picks up, Escape puts back, and the focus is where it was.
    visit = page.locator(".board a[data-visit]").nth(1)
    row = visit.get_attribute("data-visit")
    visit.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#picked")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#picked")).to_have_count(0)
    expect(page.locator(f'[data-visit="{row}"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#picked")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('form')?.dataset.give !== undefined"
                         " && document.activeElement.closest('.k-exception') === null"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_have_text(WORDS["done"])
    page.get_by_role("button", name=WORDS["undo"]).click()
    expect(page.locator(".notice")).to_have_text(WORDS["undone"])

    # By dragging: out of the board into the tray.
    page.locator(".board a[data-visit]").first.drag_to(page.locator("[data-tray]"))
    expect(page.locator(".notice")).to_have_text(WORDS["done"])
    expect(page.locator("[data-tray] a[data-visit]").first).to_be_visible()

    # By client, from the row of a client: the page stays the same.
    page.locator("nav a[href$='/clients']").click()
    expect(page.locator(".board .shift").first).to_be_visible()
    picture(page, "clients")
    page.locator(".board .visit:not(.left) a[data-visit]").first.click()
    expect(page.locator("#picked")).to_be_visible()
    give(page).click()
    expect(page.locator(".notice")).to_have_text(WORDS["done"])
    assert "/clients?" in page.url, page.url
    page.get_by_role("button", name=WORDS["undo"]).click()
    expect(page.locator(".notice")).to_have_text(WORDS["undone"])
    page.locator("nav a[href$='/staff']").click()

    # From a cell of the fortnight to its visits.
    page.locator("nav a[href$='/fortnight']").click()
    page.locator(".matrix .met a").first.click()
    page.wait_for_url("**/meetings?*")
    picture(page, "meetings")
    page.locator("nav a[href$='/staff']").click()

    # Without script, and seen at once by the page that has one.
    plain = browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    still = plain.new_page()
    still.goto(page.url)
    before = page.locator("main").get_attribute("data-revision")
    still.locator("[data-tray] a[data-visit]").first.click()
    give(still).click()
    expect(still.locator(".notice")).to_have_text(WORDS["done"])
    expect(page.locator("main")).not_to_have_attribute("data-revision", before)
    plain.close()

    # Every other page, light and dark.
    links = page.locator("#header nav a, #header .figures a").evaluate_all("links => links.map(link => link.href)")
    for link in links:
        page.goto(link)
        picture(page, re.sub(r".*/", "", link))
    page.emulate_media(color_scheme="dark")
    page.goto(links[0])
    page.locator(".board a[data-visit]").first.click()
    expect(page.locator("#picked")).to_be_visible()
    picture(page, "dark")

    # The demonstration's unit, planned: somebody is ill; by mouse.
    page.emulate_media(color_scheme="light")
    page.goto(home + "/plans")
    page.locator("table.plans tbody tr").last.locator("input[name=seconds]").fill("2")
    page.locator("table.plans tbody tr").last.get_by_role("button", name=re.compile("^" + WORDS["plan"])).click()
    expect(page.locator("#run-text")).to_contain_text("4", timeout=60_000)
    expect(page.locator(".running[data-goes-on]")).to_have_count(0, timeout=60_000)
    page.goto(home + "/plans/4/repair")
    picture(page, "repair")
    page.get_by_role("button", name=WORDS["show"]).first.click()
    expect(page.locator(".option").first).to_be_visible()
    picture(page, "options")
    page.locator("a[href*='/call?']").first.click()
    page.wait_for_url("**/call?*")
    expect(page.locator(".option")).to_have_count(0)
    picture(page, "call")
    page.go_back()
    expect(page.locator(".option").first).to_be_visible()
    page.get_by_role("button", name=re.compile("^" + WORDS["all"])).first.click()
    expect(page.locator(".notice")).to_have_text(WORDS["done"])
    page.get_by_role("button", name=WORDS["undo"]).click()
    expect(page.locator(".notice")).to_have_text(WORDS["undone"])
    page.get_by_role("button", name=WORDS["again"]).click()
    expect(page.locator(".notice")).to_have_text(WORDS["done"])
    page.get_by_role("button", name=WORDS["undo"]).click()
    expect(page.locator(".notice")).to_have_text(WORDS["undone"])

    # A part of an option, by keyboard alone.
    page.goto(home + "/plans/4/repair")
    page.locator("select[name=staff]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.get_by_role("button", name=WORDS["show"]).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".option").first).to_be_visible()
    page.locator(".option input[type=checkbox]").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name=re.compile("^" + WORDS["chosen"])).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".notice, .problems[role=alert]").first).to_be_visible()
    if page.locator(".problems[role=alert]").count():
        picture(page, "needs-more")
        page.get_by_role("button", name=WORDS["along"]).click()
    expect(page.locator(".notice")).to_have_text(WORDS["done"])

    # Publish.
    page.goto(home + "/plans")
    page.get_by_role("button", name=re.compile("^" + WORDS["publish"])).first.click()
    expect(page.locator(".notice")).to_have_text(WORDS["published"])
    assert not faults, faults
    browser.close()
print("fine")
