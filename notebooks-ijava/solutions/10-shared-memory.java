// Exercise 1: two registers
int run(String order) {
    int x = 0;
    int a = 0;
    int b = 0;
    for (char step : order.toCharArray()) {
        if (step == 'a') a = x;
        if (step == 'b') b = x;
        if (step == 'A') x = a + 1;
        if (step == 'B') x = b + 1;
    }
    return x;
}

// Exercise 2: 2, however large n is
int least(int n) {
    return Math.min(n, 2);
}

// Exercise 3: count the updates, and remember the count at each copy
List<Integer> stalenessOf(String... events) {
    List<Integer> result = new ArrayList<>();
    int updates = 0;
    int[] seen = new int[10];
    for (String event : events) {
        int learner = event.charAt(1) - '0';
        if (event.startsWith("c")) seen[learner] = updates;
        else result.add(updates++ - seen[learner]);
    }
    return result;
}
